using ArtsakhLedger.Entities;
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
    public async Task Every_character_of_the_basic_plane_is_composed_as_PostgreSQL_does()
    {
        var characters = Enumerable
            .Range(1, 0xFFFF)
            .Where(code => !char.IsSurrogate((char)code))
            .Select(code => ((char)code).ToString())
            .ToList();

        (await TheirsAsync("nfc", characters)).ShouldBe(characters.Select(NormalForm.Compose));
    }

    [Fact]
    public async Task Letters_with_marks_in_any_order_are_composed_as_PostgreSQL_does()
    {
        (await TheirsAsync("nfc", Sequences)).ShouldBe(Sequences.Select(NormalForm.Compose));
        NormalForm.Compose("e\u0301").ShouldBe("é");
    }

    [Fact]
    public async Task Search_keys_of_names_are_the_same_in_every_normal_form_and_case()
    {
        var characters = Enumerable
            .Range(1, 0x2FFFF)
            .Where(code => code is not (>= 0xD800 and < 0xE000) and not 0x0345) // a mark, whose capital is a letter
            .Select(char.ConvertFromUtf32)
            .ToList();
        var keys = characters.Select(NameKey.Of).ToList();

        foreach (var form in new[] { "nfd", "nfkc", "nfkd" })
        {
            Differing(characters, keys, await TheirsAsync(form, characters)).ShouldBeEmpty(form);
        }

        Differing(characters, keys, characters.Select(text => text.ToUpperInvariant())).ShouldBeEmpty("capitals");
        Differing(characters, keys, characters.Select(text => text.ToLowerInvariant())).ShouldBeEmpty("small letters");
    }

    private static List<string> Differing(List<string> characters, List<string> keys, IEnumerable<string> written) =>
        [
            .. written
                .Select((text, i) => (Character: characters[i], Key: keys[i], Other: NameKey.Of(text)))
                .Where(one => one.Key != one.Other)
                .Select(one => $"U+{char.ConvertToUtf32(one.Character, 0):X4}: '{one.Key}' and '{one.Other}'"),
        ];

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
