using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Walks;

/// <summary>A hundred questions about the whole record. Each answer is worked out by hand from the words of the sources that stand beside it.</summary>
public sealed class QuestionsOfTheSourcesTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    private static readonly string QuestionsFile = Path.Combine(
        Repository.Root,
        "tests/ArtsakhLedger.Tests/Walks/questions-of-the-sources.tsv"
    );

    public static TheoryData<string, string, string, string, string> Questions
    {
        get
        {
            var questions = new TheoryData<string, string, string, string, string>();
            foreach (var line in File.ReadLines(QuestionsFile).Skip(1).Select(line => line.Split('\t')))
            {
                questions.Add(line[0], line[1], line[2], line[3], line[4]);
            }

            return questions;
        }
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Did_it_hold(string question, string on, string episode, string answer, string words) =>
        (await ledger.HeldAsync(on, episode)).ShouldBe(answer, $"{question} “{words}”");
}
