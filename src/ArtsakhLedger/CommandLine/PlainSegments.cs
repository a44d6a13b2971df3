using ArtsakhLedger.Unicode;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ArtsakhLedger.CommandLine;

/// <summary>Keeps control characters out of what a console renders; the console's own are segments of another kind.</summary>
public sealed class PlainSegments : IRenderHook
{
    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) =>
        renderables.Select(IRenderable (renderable) => new Plain(renderable));

    private sealed class Plain(IRenderable renderable) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => renderable.Measure(options, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
            renderable
                .Render(options, maxWidth)
                .Select(segment =>
                    segment.IsControlCode || segment.IsLineBreak ? segment : new Segment(TerminalText.Of(segment.Text), segment.Style)
                );
    }
}
