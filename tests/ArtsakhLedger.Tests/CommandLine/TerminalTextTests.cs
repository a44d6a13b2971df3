using System.Reflection;
using System.Text.Json;
using ArtsakhLedger.CommandLine;
using ArtsakhLedger.Unicode;
using JasperFx.CommandLine;
using JasperFx.CommandLine.Parsing;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Spectre.Console;
using Spectre.Console.Testing;
using Xunit;

namespace ArtsakhLedger.Tests.CommandLine;

public sealed class TerminalTextTests
{
    private const string Hostile = "Stepa\u001b[2Jnakert\u202Etxt\nforged\u0085\u2066";

    [Theory]
    [InlineData("Stepanakert", "Stepanakert")]
    [InlineData("Ստեփանակերտ, Şuşa, القاهرة", "Ստեփանակերտ, Şuşa, القاهرة")]
    [InlineData("a\u001b]0;title\u0007b", "a[U+001B]]0;title[U+0007]b")]
    [InlineData("a\u202Eb\u2069\u200F", "a[U+202E]b[U+2069][U+200F]")]
    [InlineData("two\nlines\tand\r\u2028more\u009b", "two[U+000A]lines[U+0009]and[U+000D][U+2028]more[U+009B]")]
    public void What_a_terminal_would_obey_is_shown(string text, string shown) => TerminalText.Of(text).ShouldBe(shown);

    [Fact]
    public void Json_means_the_same()
    {
        var json = TerminalText.InJson("{\"name\":\"a\u202Eb\u009b\"}");

        json.ShouldBe("{\"name\":\"a\\u202eb\\u009b\"}");
        JsonDocument.Parse(json).RootElement.GetProperty("name").GetString().ShouldBe("a\u202Eb\u009b");
    }

    [Fact]
    public async Task Nothing_that_a_verb_prints_reaches_the_terminal_raw()
    {
        using var console = new TestConsole();
        await using var errors = new StringWriter();
        var context = new CommandContext(new ConfigurationBuilder().Build(), console, errors, CancellationToken.None);

        context.Output.WriteLine(Hostile);
        context.Console.Write(new Table().AddColumn("name").AddRow(new Text(Hostile)));
        context.Console.WriteLine(TerminalText.Of(Hostile));
        await context.Error.WriteLineAsync(Hostile);

        foreach (var printed in new[] { console.Output, errors.ToString() })
        {
            printed.ShouldNotContain('\u001b');
            printed.ShouldNotContain('\u202E');
            printed.ShouldNotContain('\u0085');
            printed.Split('\n').ShouldNotContain(line => line.StartsWith("forged", StringComparison.Ordinal) && printed == console.Output);
        }
    }

    [Fact]
    public void A_letter_belongs_to_one_option_of_a_verb()
    {
        var inputs = typeof(Verbs)
            .Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.Name.EndsWith("Command", StringComparison.Ordinal))
            .Select(InputOf)
            .OfType<Type>()
            .Distinct()
            .ToList();

        inputs.Count.ShouldBeGreaterThan(15);
        foreach (var input in inputs)
        {
            var letters = input
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.Name.EndsWith("Flag", StringComparison.Ordinal))
                .Select(property => InputParser.ToFlagAliases(property))
                .Where(aliases => !aliases.LongFormOnly)
                .Select(aliases => aliases.ShortForm)
                .ToList();
            letters.ShouldBeUnique(input.Name);
        }
    }

    private static Type? InputOf(Type command)
    {
        for (var type = command; type is not null; type = type.BaseType!)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(JasperFxAsyncCommand<>))
            {
                return type.GetGenericArguments()[0];
            }
        }

        return null;
    }
}
