namespace ArtsakhLedger.Pages.Timeline;

/// <summary>The colours of a picture that stands alone, as presentation attributes; a page's style sheet sets its own by class. Nothing is told by colour alone.</summary>
internal static class Ink
{
    public const string Paper = "#ffffff";
    public const string Text = "#1b1b1b";
    public const string Muted = "#595959";
    public const string Grid = "#d4d4d4";
    public const string Held = "#1f4e79";
    public const string Asked = "#a4262c";
    public const string Font = "system-ui, sans-serif";
}
