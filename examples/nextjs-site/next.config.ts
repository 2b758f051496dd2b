import type { NextConfig } from 'next';

const config: NextConfig = {
  // Puts a server and only the packages that it uses into .next/standalone.
  output: 'standalone',
  // The version of a framework helps attackers more than readers.
  poweredByHeader: false,
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
      ],
    },
  ],
};

export default config;
