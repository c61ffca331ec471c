/** Made by scripts/embed.py: `airpassengers` of the Python package pmdarima==2.1.1. */
export const deflated: string = `
eNoNiwNsGFAURe+dbW/xFs52bMw2atu23Qa1bdu227g2g7p9+f/p5FxtGMIeNjCBE/zlOcMIysL0YAkPYRYIQKK8UDhAF+7wQSAyEYVk6XXy8h
EJX8QiCdmoQA7yMIgxLKEDZeJUolreDKYximUc4AnOokvMBjSjWOgwpoTe5DXu5iiaxFrCJA7zKI/xGdX5jY95SjLneIVn+YJP+JKGDGEA//Eu
j0s94w3+53e5Y9nBLvpL5g5f872YqsLVmMVprgpX4kO+oTI/MpDujGY/r+66tauNQeIFMIJOjGKL0PO7NHf93LUhuyPTuQMRNk38
`;
