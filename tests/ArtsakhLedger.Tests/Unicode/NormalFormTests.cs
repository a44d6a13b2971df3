using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Unicode;
using Npgsql;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Unicode;

/// <summary>PostgreSQL normalizes by tables of its own.</summary>
public sealed class NormalFormTests(PostgresServer server)
{
    private static readonly string[] Sequences =
    [
        "e\u0301",
        "Stepanakert",
        "a\u0323\u0302",
        "a\u0302\u0323",
        "q\u0307\u0323",
        "\u1100\u1161\u11A8",
        "Ստեփանակերտ",
        "ե\u0301",
        "შუშა",
        "й й",
        "\u2126 \u212A \u212B",
        "\u0958",
        "A\u030A\u0327",
        "1993–1997: “Arkadi” Ğ G\u0306",
        "🏛 e\u0301",
    ];

    [Fact]
    public async Task Every_character_of_the_basic_plane_is_composed_and_decomposed_as_PostgreSQL_does()
    {
        var characters = Enumerable
            .Range(1, 0xFFFF)
            .Where(code => !char.IsSurrogate((char)code))
            .Select(code => ((char)code).ToString())
            .ToList();

        (await TheirsAsync("nfc", characters)).ShouldBe(characters.Select(NormalForm.Compose));
        (await TheirsAsync("nfd", characters)).ShouldBe(characters.Select(NormalForm.Decompose));
    }

    [Fact]
    public async Task Letters_with_marks_in_any_order_are_composed_and_decomposed_as_PostgreSQL_does()
    {
        (await TheirsAsync("nfc", Sequences)).ShouldBe(Sequences.Select(NormalForm.Compose));
        (await TheirsAsync("nfd", Sequences)).ShouldBe(Sequences.Select(NormalForm.Decompose));
        NormalForm.Compose("e\u0301").ShouldBe("é");
    }

    private async Task<string[]> TheirsAsync(string form, IReadOnlyList<string> texts)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            $"select array_agg(normalize(text, {form}) order by number) from unnest($1) with ordinality as given (text, number)",
            connection
        );
        command.Parameters.Add(new() { Value = texts.ToArray() });
        return (string[])(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
