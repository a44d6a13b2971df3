namespace ArtsakhLedger.Pages.Timeline;

/// <summary>The colours of a picture outside a page. In a page, the style sheet sets them by class.</summary>
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
