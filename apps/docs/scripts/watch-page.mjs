/** What goes wrong in a page from now on: warnings, errors, and requests that leave the server at `address`; grows. */
export function watchPage(page, address) {
  const problems = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    const own = [address, 'data:', 'blob:'].some((start) => request.url().startsWith(start));
    if (!own) problems.push(`asks for ${request.url()}`);
  });
  return problems;
}
