using Microsoft.AspNetCore.Components;

namespace ArtsakhLedger.Pages;

/// <summary>A page: what an endpoint answers, to look at. It is rendered once, on the server.</summary>
/// <typeparam name="TView">What it shows.</typeparam>
public abstract class PageOf<TView> : ComponentBase
    where TView : class
{
    /// <summary>What it shows.</summary>
    [Parameter]
    public required TView View { get; set; }

    /// <summary>The address at which it was asked for.</summary>
    [Parameter]
    public required AskedPage Asked { get; set; }
}
