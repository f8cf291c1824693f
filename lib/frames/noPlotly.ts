// What a page's bundler may take for `plotly.js-dist-min`: danfojs asks for it in every window, and uses it to draw only.

export {};
