import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import './site.css';

export const metadata: Metadata = {
  title: { default: 'Field notes', template: '%s - Field notes' },
  description: 'What happened in the garden and above it.',
};

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <main>{children}</main>
      </body>
    </html>
  );
}
