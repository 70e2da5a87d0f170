import AccountIcon from '@mui/icons-material/AccountCircle';
import PasswordIcon from '@mui/icons-material/Password';
import { Box, Button, ListItemIcon, ListItemText, Menu, MenuItem } from '@mui/material';
import { useId, useState } from 'react';
import { Logout } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useMe } from '../api/use-me.ts';
import { useTexts } from '../texts/use-texts.ts';
import { texts } from './texts.ts';

/** Whoever is signed in, and what they may do about that. react-admin's own says to nobody that it is a menu. */
export function OurUserMenu() {
  const t = useTexts(texts);
  const me = useMe();
  const navigate = useNavigate();
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [box, setBox] = useState<HTMLElement | null>(null);
  const open = anchor !== null;
  const name = me?.name ?? '';
  return (
    <Box ref={setBox}>
      <Button
        color="inherit"
        aria-label={name === '' ? t.userMenu : name}
        aria-haspopup="menu"
        aria-expanded={open}
        {...(open && { 'aria-controls': id })}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ minWidth: 40, minHeight: 40, whiteSpace: 'nowrap' }}
      >
        <AccountIcon />
        <Box component="span" sx={{ ml: 0.5, display: { xs: 'none', sm: 'inline' } }}>
          {name}
        </Box>
      </Button>
      <Menu
        id={id}
        // In the page's header, which readers aloud know their way to.
        container={box}
        disableScrollLock
        anchorEl={anchor}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        open={open}
        onClose={() => setAnchor(null)}
      >
        <MenuItem
          onClick={() => {
            setAnchor(null);
            void navigate('/account/password');
          }}
        >
          <ListItemIcon>
            <PasswordIcon fontSize="small" />
          </ListItemIcon>
          <ListItemText>{t.changePassword}</ListItemText>
        </MenuItem>
        <Logout />
      </Menu>
    </Box>
  );
}
