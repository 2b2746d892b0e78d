// Goes on with a long piece of work by itself, a part at a time; without it, there is a button.
document.querySelector("[data-goes-on]")?.requestSubmit();
