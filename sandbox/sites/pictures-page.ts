const photos = [
  ['open.jpg', 'Last light over the ridge', 'Free to fetch from anywhere.'],
  ['closed.jpg', 'Morning, north side', 'Shown anywhere, readable by scripts nowhere.'],
  ['hotlink.jpg', 'The valley in haze', 'Only shown on this site.'],
  ['second.jpg', 'Five rows of hills', 'Another one, without a link around it.'],
  ['slow.jpg', 'Long exposure', 'Takes its time.'],
  ['not-an-image.jpg', 'Missing frame', 'The server says JPEG and sends a page.'],
  ['empty.jpg', 'Blank frame', 'Nothing in it at all.'],
] as const;

export function blogPage(): string {
  const figures = photos.map(
    ([file, title, caption]) => `<figure>
      <img src="/${file}" alt="${title}" width="1200" height="900">
      <figcaption><b>${title}</b><span>${caption}</span></figcaption></figure>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Ridge Lines, a photo diary</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
  :root { color-scheme: light dark; --ink: #23262b; --paper: #faf8f4; --soft: #6d6a64; }
  @media (prefers-color-scheme: dark) { :root { --ink: #ece8e1; --paper: #17181b; --soft: #9b978f; } }
  body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.5 Georgia, serif; }
  header, main { max-width: 1040px; margin: 0 auto; padding: 2rem 1.25rem; }
  header { padding-top: 4rem; }
  h1 { font-size: 2.6rem; line-height: 1.1; margin: 0 0 .5rem; font-weight: 500; }
  header p { color: var(--soft); margin: 0; max-width: 36em; }
  main { display: grid; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); gap: 2rem; }
  figure { margin: 0; }
  figure:first-child { grid-column: 1 / -1; }
  img { width: 100%; height: auto; aspect-ratio: 4 / 3; object-fit: cover; border-radius: 4px;
    background: #8883; display: block; }
  figcaption { display: flex; justify-content: space-between; gap: 1rem; padding: .6rem 0;
    font-size: .95rem; }
  figcaption span { color: var(--soft); text-align: right; }
</style></head>
<body><header><h1>Ridge Lines</h1>
<p>A diary of hills, mostly seen from the same bench.</p></header>
<main>${figures.join('')}</main></body></html>`;
}
