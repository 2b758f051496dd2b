/** Where the reader's choice of theme is kept: `light` or `dark`; absent when the system decides. */
export const themeKey = 'guide:theme';

/** Runs before the first paint. The build puts its hash into the page's Content-Security-Policy. */
export const themeScript = `try{var t=localStorage.getItem('${themeKey}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;
