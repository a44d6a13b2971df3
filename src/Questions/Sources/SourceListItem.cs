using System.Text.Json.Nodes;

namespace ArtsakhLedger.Sources;

/// <summary>A source in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Csl">Its metadata in CSL-JSON.</param>
/// <param name="Licence">The SPDX identifier of its licence, if it has one.</param>
/// <param name="ExcerptOnly">True if it is known only by a quoted excerpt.</param>
/// <param name="Source">Its address.</param>
public sealed record SourceListItem(string Id, string? Title, JsonObject Csl, string? Licence, bool ExcerptOnly, string Source);
