using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Tests.Corrections;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Entities;

public sealed class EntityDirectoryTests
{
    private static readonly IReadOnlyList<Fact> Towns =
    [
        Described("shushi", "Shushi", "Şuşa"),
        Described("lachin", "Lachin"),
        Described("berdzor", "Berdzor", "Բերձոր"),
        Described("new-shushi", "New Shushi"),
        Described("shushi-region", "Shushi Region"),
    ];

    [Theory]
    [InlineData("SHUSHI", "shushi shushi-region new-shushi")]
    [InlineData("susa", "shushi")]
    [InlineData("shushi-r", "shushi-region")]
    [InlineData("բերձոր", "berdzor")]
    [InlineData("i", "lachin new-shushi shushi shushi-region")]
    [InlineData("agdam", "")]
    public void Who_is_called_so_comes_first_then_who_begins_so_then_who_contains_it(string words, string ids) =>
        Find(Towns, words).ShouldBe(ids);

    [Fact]
    public void An_id_that_was_given_up_is_another_name_of_the_one_that_stays()
    {
        IReadOnlyList<Fact> identified = [.. Towns, Entries.Identified("berdzor", "lachin")];

        Find(identified, "Berdzor").ShouldBe("lachin");
        Directory(identified).All.Select(found => found.Entity.Entity).ShouldBe(["lachin", "new-shushi", "shushi", "shushi-region"]);
    }

    [Fact]
    public void The_name_that_was_found_is_told() =>
        Directory(Towns).Find(NameKey.Of("susa")).ShouldHaveSingleItem().Matched.ShouldBe("Şuşa");

    private static string Find(IReadOnlyList<Fact> descriptions, string words) =>
        string.Join(' ', Directory(descriptions).Find(NameKey.Of(words)).Select(found => found.Entity.Entity));

    private static EntityDirectory Directory(IReadOnlyList<Fact> descriptions) => new(Entries.Of(descriptions));

    private static EntityDescribed Described(string id, params string[] names) =>
        new()
        {
            Id = EntityDescribed.FactIdOf(id),
            Entity = id,
            Kind = EntityKind.Municipality,
            Names = [.. names.Select(name => new EntityName { Text = name, Language = "en" })],
            Reason = "test",
        };
}
