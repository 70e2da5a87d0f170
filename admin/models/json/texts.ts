import { defineTexts } from '../../texts/texts.ts';

export const texts = defineTexts(
  {
    hint: 'The whole document. What you write here counts once you take it over, and it is taken over only when it is a model by its form.',
    keys: 'Text of JSON. Tab leaves it for the next field, also after Escape; Enter begins a new line with its indent. Problems are marked beside their lines and listed below the text; F8 goes to the next one.',
    readOnly: 'The whole document, to read and to copy. Tab leaves it for the next field.',
    loading: 'The editor is being loaded …',
    failed: 'The editor could not be loaded. Reload the page; what you typed is kept.',
    unapplied: 'Not taken over yet.',
    changedMeanwhile:
      'The forms changed the document since you began to write here: taking over undoes that.',
    problems: 'Problems in this text: {count}',
    mayApply: 'This can be taken over.',
    lineOf: 'Line {line}: {text}',
    saveAsIs: 'Save it as it is',
    savedAsIs: 'Saved as it is; no model yet.',
    discard: 'Throw this text away',
  },
  {
    hint: '整个文档。在此填写的内容需点击“采用”才会生效，且必须符合方案的格式。',
    keys: 'JSON 文本。按 Tab 键（也可先按 Esc）离开并进入下一个字段；按回车键换行并自动缩进。问题标记在行号旁，并在文本下方列出；按 F8 键跳到下一个问题。',
    readOnly: '整个文档，可阅读和复制。按 Tab 键离开并进入下一个字段。',
    loading: '正在加载编辑器…',
    failed: '编辑器加载失败。请刷新页面，已填写的内容会保留。',
    unapplied: '尚未采用。',
    changedMeanwhile: '您在此填写期间，文档已通过表单修改：采用后这些修改会丢失。',
    problems: '此文本中的问题：{count}',
    mayApply: '内容有效，可以采用。',
    lineOf: '第 {line} 行：{text}',
    saveAsIs: '按原样保存',
    savedAsIs: '已按原样保存；尚不是方案。',
    discard: '放弃此文本',
  },
);
