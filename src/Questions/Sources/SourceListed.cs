using System.Text.Json.Nodes;

namespace ArtsakhLedger.Sources;

/// <summary>A source in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Csl">Its metadata in CSL-JSON.</param>
/// <param name="Licence">The SPDX identifier of its licence, where it has one.</param>
/// <param name="ExcerptOnly">True where it is known only by a quoted excerpt.</param>
/// <param name="Source">Its address.</param>
public sealed record SourceListed(string Id, string? Title, JsonObject Csl, string? Licence, bool ExcerptOnly, string Source);
