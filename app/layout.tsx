import type { Metadata, Viewport } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { OutsideFrames } from '@/components/embed/OutsideFrames';
import { StorageNotice } from '@/components/progress/StorageNotice';
import { SearchLink } from '@/components/search/SearchLink';
import { Logo } from '@/components/ui/Logo';
import { ThemeToggle } from '@/components/ui/ThemeToggle';
import { themeScript } from '@/components/ui/theme-script';
import './globals.css';

export const metadata: Metadata = {
  title: {
    default: 'Cloud Native Development with Containers',
    template: '%s · Cloud Native Development with Containers',
  },
  description:
    'An interactive guide to building, configuring and securing containers, with exercises that are judged by what your Dockerfile does.',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f2f5f6' },
    { media: '(prefers-color-scheme: dark)', color: '#0d151b' },
  ],
};

const places = [
  ['Course', '/#course'],
  ['Guide', '/guide/'],
  ['Playground', '/playground/'],
  ['Examples', '/examples/'],
  ['Rules', '/rules/'],
  ['Progress', '/progress/'],
] as const;

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>
        <OutsideFrames>
          <a
            href="#main"
            className="no-print sr-only z-10 bg-ink px-4 py-2 font-semibold text-paper focus:not-sr-only focus:absolute"
          >
            Skip to content
          </a>
          <header className="no-print border-b border-line bg-surface">
            <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-2 px-4 py-2 sm:px-6">
              <Link
                href="/"
                className="flex items-center gap-3 font-display font-bold leading-tight tracking-tight"
              >
                <Logo />
                <span>
                  <span className="max-sm:sr-only">Cloud Native Development with </span>Containers
                </span>
              </Link>
              <nav
                aria-label="Site"
                className="flex flex-wrap items-center text-[0.9rem] font-semibold max-xl:order-last max-xl:-mx-1.5 max-xl:w-full xl:ml-auto"
              >
                {places.map(([name, href]) => (
                  <Link key={href} href={href} className="px-1.5 py-2 hover:underline">
                    {name}
                  </Link>
                ))}
              </nav>
              <div className="flex items-center text-[0.95rem]">
                <SearchLink
                  documentsUrl={`${process.env.BASE_PATH?.replace(/\/+$/, '') ?? ''}/search-documents.json`}
                />
                <ThemeToggle />
              </div>
            </div>
          </header>
        </OutsideFrames>
        <main id="main" tabIndex={-1} className="outline-none">
          {children}
        </main>
        <StorageNotice />
        <OutsideFrames>
          <footer className="no-print mt-24 border-t border-line bg-surface">
            <p className="mx-auto max-w-6xl px-4 py-8 text-sm text-soft sm:px-6">
              Everything runs in your browser: your files and results stay on this machine. Nothing is sent
              anywhere.{' '}
              <Link className="link" href="/instructors/">
                For instructors
              </Link>
            </p>
          </footer>
        </OutsideFrames>
      </body>
    </html>
  );
}
