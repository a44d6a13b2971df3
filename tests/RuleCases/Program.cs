using System.Text.Json;
using ArtsakhLedger.RuleCases;

// Reads a list of cases, bare or as { "name", "case", "answer" }, from the file named or standard input, and prints the list of answers.
using var input = args is [var path, ..] ? File.OpenRead(path) : Console.OpenStandardInput();
using var cases = await JsonDocument.ParseAsync(input);
var answers = cases
    .RootElement.EnumerateArray()
    .Select(entry => Answer.To(Case.Of(entry.TryGetProperty("case", out var inner) ? inner : entry)));
await using var output = Console.OpenStandardOutput();
await JsonSerializer.SerializeAsync(output, answers, JsonSerializerOptions.Web);
