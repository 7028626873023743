/** What the recognition draws or unpacks at most, and how finely. */

/** Pixels of a page: an A3 page at 600 dots an inch. Larger pictures are made smaller. */
export const mostPixels = 60_000_000
/** Dots an inch that pages are drawn with: more give no fewer errors. */
export const drawnDpi = 200
