import data from '../../../data/document-sites.json';

const HOST = /^https?:\/\/([^/?#:]{1,253})/i;

/** Whether `url` leads to a site where anyone may upload copies of documents. */
export function isOnDocumentSite(url: string): boolean {
  const host = HOST.exec(url)?.[1]?.toLowerCase().replace(/\.$/, '');
  return host !== undefined && data.hosts.some((site) => host === site || host.endsWith(`.${site}`));
}
