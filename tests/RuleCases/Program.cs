using System.Text.Json;
using ArtsakhLedger.RuleCases;

// RuleCases [periods|happenings] [FILE]: reads a list of cases, bare or as { "name", "case", "answer" }, from the file named or standard input, and
// prints the list of answers: of days, unless one of the other kinds of cases is named.
var (answerTo, files) = args switch
{
    ["periods", .. var rest] => (PeriodsCase.AnswerTo, rest),
    ["happenings", .. var rest] => (HappeningCase.AnswerTo, rest),
    _ => ((Func<JsonElement, object>)(asked => Answer.To(Case.Of(asked))), args),
};
using var input = files is [var path, ..] ? File.OpenRead(path) : Console.OpenStandardInput();
using var cases = await JsonDocument.ParseAsync(input);
var answers = cases.RootElement.EnumerateArray().Select(entry => answerTo(entry.TryGetProperty("case", out var inner) ? inner : entry));
await using var output = Console.OpenStandardOutput();
await JsonSerializer.SerializeAsync(output, answers, JsonSerializerOptions.Web);
