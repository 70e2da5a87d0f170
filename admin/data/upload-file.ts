import { ApiProblem, problemOf } from '../api/client.ts';
import type { UploadView } from '../../schemas/index.ts';

/**
 * Sends a file, byte by byte as it is.
 * @param onProgress called with a percentage.
 * @throws ApiProblem with what the server said, or what kept it from being asked.
 */
export function uploadFile(
  file: File,
  idempotencyKey: string,
  onProgress: (percent: number) => void,
): Promise<UploadView> {
  // fetch cannot tell how much of a body is sent.
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      if (total > 0) onProgress(Math.floor((loaded / total) * 100));
    });
    request.addEventListener('load', () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText) as UploadView);
      else reject(problemOf(request.status, request.responseText));
    });
    request.addEventListener('error', () =>
      reject(new ApiProblem(0, [{ code: 'request.network', severity: 'error' }])),
    );
    request.open('POST', '/api/uploads');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
    request.setRequestHeader('Idempotency-Key', idempotencyKey);
    request.send(file);
  });
}
