// What a page says in the place of a token when it joins a board: the cookie has said who it is already, and the page asks to
// be told what the organisation has set, and when saved views change. Who scripts against the socket says nothing and hears nothing of it.

export const SETTINGS_TOKEN = 'settings';
