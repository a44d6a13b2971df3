using Microsoft.AspNetCore.Components;

namespace ArtsakhLedger.Pages;

/// <summary>A page that shows an answer. It is rendered once, on the server.</summary>
/// <typeparam name="TView">What it shows.</typeparam>
public abstract class PageBase<TView> : ComponentBase
    where TView : class
{
    [Parameter]
    public required TView View { get; set; }

    /// <summary>The scheme and host that it was requested from, such as <c>http://localhost:5080</c>.</summary>
    [Parameter]
    public required string Origin { get; set; }
}
