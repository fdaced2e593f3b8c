import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { pictureFile } from '../testing/fake-pictures.ts';
import {
  choose,
  frame,
  last,
  open,
  openFramed,
  studioRoot,
  useEmptyPage,
} from '../testing/open-studio.tsx';

useEmptyPage();

const alert = () => page.getByRole('alert');
const picture = (name: string) => page.getByRole('radio', { name });

describe('several pictures', () => {
  test('the first is opened, the others stand ready; arrow keys go between them', async () => {
    await open();
    await choose(await pictureFile(1200, 800, 'one.png'), await pictureFile(500, 900, 'two.png'));
    await expect.element(page.getByText(/^from 1200 × 800/)).toBeVisible();
    await expect.element(picture('one.png')).toBeChecked();
    picture('one.png').element().focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(page.getByText(/^from 500 × 900/)).toBeVisible();
    await expect.element(picture('two.png')).toBeChecked();
  });

  test('one that fails leaves the one shown, and the others to choose', async () => {
    await openFramed();
    const broken = new File(['words'], 'broken.png', { type: 'image/png' });
    await choose(broken, await pictureFile(500, 900, 'two.png'));
    await expect.element(alert()).toMatchTextContent('This file is not a picture.');
    await expect.element(page.getByText(/^from 1200 × 800/)).toBeVisible();
    (picture('two.png').element() as HTMLElement).click();
    await expect.element(page.getByText(/^from 500 × 900/)).toBeVisible();
    await expect.element(alert()).not.toBeInTheDocument();
  });
});

describe('a whole folder of pictures', () => {
  const drawn = (): string[] =>
    [...studioRoot().querySelectorAll('.filmstrip__item')].flatMap((item) =>
      item.querySelector('canvas') ? [item.getAttribute('title') ?? ''] : [],
    );

  test('draws only those in sight, lets go of what left it, and says how many are not offered', async () => {
    const blob = await pictureFile(400, 400);
    const files = Array.from({ length: 500 }, (_, at) => new File([blob], `${at}.png`, blob));
    await open();
    await choose(...files);
    await expect.element(page.getByText('and 400 more')).toBeInTheDocument();
    await expect.poll(drawn).toContain('0.png');
    expect(drawn().length).toBeLessThan(30);
    const strip = studioRoot().querySelector('.filmstrip');
    strip?.scrollTo(0, strip.scrollHeight);
    await expect.poll(drawn).toContain('99.png');
    await expect.poll(drawn).not.toContain('0.png');
    await expect.poll(() => drawn().length).toBeLessThan(30);
    await expect.element(page.getByText('and 400 more')).toBeVisible();
    (picture('99.png').element() as HTMLElement).click();
    await expect.element(picture('99.png')).toBeChecked();
    await expect.element(page.getByText('and 400 more')).toBeVisible();
  });
});

describe('the address of a picture', () => {
  const paste = (type: string, text: string) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(type, text);
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  };

  test('pasted, is fetched and opened', async () => {
    const asked: string[] = [];
    const blob = await pictureFile();
    await open({
      fetchPicture: async (address) => {
        asked.push(address);
        return blob;
      },
    });
    paste('text/plain', ' https://a.example/p.png\n');
    await expect.element(frame()).toBeVisible();
    expect(asked).toEqual(['https://a.example/p.png']);
  });

  test('dropped as part of a page, is the image in it', async () => {
    const asked: string[] = [];
    await open({
      fetchPicture: async (address) => {
        asked.push(address);
        return null;
      },
    });
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/html', '<a href="/x"><img src="https://a.example/in.png"></a>');
    dataTransfer.setData('text/uri-list', 'https://a.example/link');
    document.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
    await expect.element(alert()).toMatchTextContent('a.example could not be fetched');
    expect(asked).toEqual(['https://a.example/in.png']);
  });

  test('that cannot be had leaves what is loaded', async () => {
    await openFramed({ fetchPicture: async () => null });
    paste('text/plain', 'https://a.example/gone.png');
    await expect.element(alert()).toMatchTextContent('The picture before it is still here.');
    await expect.element(frame()).toBeVisible();
  });

  test('words that are no address are no picture', async () => {
    await open({ fetchPicture: async () => null });
    paste('text/plain', 'hello there');
    await expect.element(alert()).toMatchTextContent('no picture on the clipboard');
  });
});

describe('a picture that takes long to open', () => {
  test('can be called off; what was loaded stays', async () => {
    const opening = Promise.withResolvers<void>();
    const fake = await open({ opening: opening.promise });
    await choose(await pictureFile());
    await expect.element(page.getByText('Opening your picture…')).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(page.getByText('Drop a picture anywhere')).toBeVisible();
    opening.resolve();
    // Time enough for a picture that is ready now to come all the same.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(fake.log.requests).toHaveLength(0);
    await expect.element(frame()).not.toBeInTheDocument();
  });
});

describe('an animated picture', () => {
  test('lets one choose its still by keyboard, and says that only one is shown', async () => {
    const fake = await openFramed({ stills: 5 });
    await expect.element(page.getByText(/^X shows one still/)).toBeVisible();
    const slider = page.getByRole('slider', { name: 'Still of the animation' });
    const before = fake.log.requests.length;
    slider.element().focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.element(slider).toHaveAttribute('aria-valuetext', '3 of 5');
    await expect.poll(() => fake.log.requests.length).toBeGreaterThan(before);
    await expect.poll(() => last(fake.log.stills)).toBe(2);
  });

  test('a still picture has no such choice', async () => {
    await openFramed();
    await expect.element(page.getByText(/^X shows one still/)).not.toBeInTheDocument();
  });
});

describe('the camera', () => {
  const streamOf = (): MediaStream => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [640, 480];
    const context = canvas.getContext('2d');
    const draw = () => {
      if (!context) return;
      context.fillStyle = `rgb(${performance.now() % 255} 120 60)`;
      context.fillRect(0, 0, 640, 480);
      if (stream.active) requestAnimationFrame(draw);
    };
    const stream = canvas.captureStream(30);
    draw();
    return stream;
  };

  test('shows, takes, takes again, uses, and is let go', async () => {
    const stream = streamOf();
    await open({ camera: { getUserMedia: async () => stream } });
    await page.getByRole('button', { name: 'Use camera' }).click();
    await expect.element(page.getByRole('dialog', { name: 'Camera' })).toBeVisible();
    const video = document.querySelector('video');
    await expect.poll(() => video?.videoWidth).toBe(640);
    await page.getByRole('button', { name: 'Take picture' }).click();
    await page.getByRole('button', { name: 'Take again' }).click();
    await page.getByRole('button', { name: 'Take picture' }).click();
    await page.getByRole('button', { name: 'Use this picture' }).click();
    await expect.element(page.getByText(/^from 640 × 480/)).toBeVisible();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(stream.getTracks().every(({ readyState }) => readyState === 'ended')).toBe(true);
  });

  test('closed without a picture is let go as well', async () => {
    const stream = streamOf();
    await open({ camera: { getUserMedia: async () => stream } });
    await page.getByRole('button', { name: 'Use camera' }).click();
    await page.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => stream.active).toBe(false);
  });

  test.each([
    ['NotAllowedError', 'The camera was not allowed.'],
    ['NotFoundError', 'No camera was found.'],
    ['NotReadableError', 'in use by another program'],
  ])('%s is said in plain words', async (name, words) => {
    await open({
      camera: {
        getUserMedia: () => Promise.reject(new DOMException('no', name)),
      },
    });
    await page.getByRole('button', { name: 'Use camera' }).click();
    await expect.element(alert()).toMatchTextContent(words);
  });

  test('where there is none has no button', async () => {
    await open();
    await expect.element(page.getByText('Use camera')).not.toBeInTheDocument();
  });
});
