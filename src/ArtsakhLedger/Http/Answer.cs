using System.Text.Json;
using ArtsakhLedger.Asking;

namespace ArtsakhLedger.Http;

/// <summary>An answer in the form that was asked for: JSON for programs, a page or a picture for people (<see cref="IPages"/>).</summary>
/// <param name="Given">What a program gets.</param>
/// <param name="Known">The state of knowledge.</param>
/// <param name="ContentLocation">The address at which it stays, where a batch was named.</param>
public sealed record Answer(object Given, KnownAt Known, string? ContentLocation = null) : IResult
{
    /// <summary>What it was made of, where a page tells more of that.</summary>
    public object? MadeOf { get; init; }

    /// <summary>Is told which page goes out.</summary>
    public Action<HttpContext, ReadOnlyMemory<byte>>? WhenShown { get; init; }

    public Task ExecuteAsync(HttpContext httpContext) =>
        Representation.Of(httpContext) is Representation.Html or Representation.Svg
            ? IPages.Of(httpContext).ShowAsync(this, httpContext)
            : TaggedBody
                .Of(JsonSerializer.SerializeToUtf8Bytes(Given, Representation.JsonOf(httpContext)), TaggedBody.Json, Known, ContentLocation)
                .ExecuteAsync(httpContext);
}
