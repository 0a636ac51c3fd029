/** `text` with every sign of Markdown and HTML made plain: registry texts may come from anyone. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]()#+!|~<>-]/g, (sign) => (sign === '-' || sign === '(' || sign === ')' ? sign : `\\${sign}`))
    .replace(/&/g, '&amp;')
    .replace(/\s+/g, ' ');

/** A link to an official page, shown by its host; plain text for anything but https and http. */
export function linkTo(url: string): string {
  const bare = /^(?:https?:\/\/)?([^\s/?#<>()[\]]{1,200})([^\s<>()[\]]{0,1000})$/.exec(url);
  if (!bare) return escapeMarkdown(url);
  const scheme = url.startsWith('http://') ? 'http' : 'https';
  return `[${escapeMarkdown(bare[1] as string)}](${scheme}://${bare[1]}${bare[2]})`;
}

/** A link to a file of the workspace; plain text for an address that is not one of a file system. */
export const linkToFile = (text: string, uri: string): string =>
  /^(?:file|memfs|vscode-[a-z-]{1,40}):\/\/[^\s<>()[\]]{1,2000}$/.test(uri)
    ? `[${escapeMarkdown(text)}](${uri})`
    : escapeMarkdown(text);
