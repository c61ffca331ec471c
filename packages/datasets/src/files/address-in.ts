/** Where a file lies in a folder of a server, whether its address ends in a slash or not. */
export function addressIn(baseUrl: string, file: string): string {
  return baseUrl.replace(/\/?$/, `/${file}`);
}
