using ArtsakhLedger.RuleCases;

namespace ArtsakhLedger.Tests.RulesOfTime;

internal static class AnswerComparison
{
    /// <summary>Every field in which two answers differ, with both values.</summary>
    public static IReadOnlyList<string> DifferencesFrom(this Answer one, Answer other)
    {
        var (fields, others) = (Fields(one), Fields(other));
        return
        [
            .. fields
                .Keys.Union(others.Keys)
                .Where(key => fields.GetValueOrDefault(key) != others.GetValueOrDefault(key))
                .Select(key => $"{key}: {fields.GetValueOrDefault(key)} | {others.GetValueOrDefault(key)}"),
        ];
    }

    private static Dictionary<string, string> Fields(Answer answer)
    {
        var fields = new Dictionary<string, string>
        {
            ["existence"] = answer.Existence,
            ["contradictions"] = string.Join("; ", answer.Contradictions.Select(words => string.Join(' ', words))),
        };
        foreach (var (episode, letters) in answer.Episodes)
            fields[$"episode {episode}"] = letters;
        foreach (var (thing, letters) in answer.Things)
            fields[$"thing {thing}"] = letters;
        foreach (var (episode, letters) in answer.Basis)
            fields[$"basis {episode}"] = letters;
        foreach (var (episode, readings) in answer.Readings)
            fields[$"readings {episode}"] = string.Join("; ", readings.Select(ids => string.Join(' ', ids)));
        foreach (var (episode, marks) in answer.Marks)
            fields[$"marks {episode}"] = string.Join(' ', marks);
        foreach (var (window, i) in answer.Windows.Select((window, i) => (window, i)))
        {
            fields[$"window {i} existence"] = window.Existence;
            foreach (var (episode, letters) in window.Episodes)
                fields[$"window {i} {episode}"] = letters;
        }
        return fields;
    }
}
