using System.IO.Compression;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Http;

public sealed class CompressionTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    private const string Address = "/polities/artsakh/state?on=2006-06-01";

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task An_answer_is_compressed_for_who_takes_that_and_has_a_tag_of_its_own(string encoding)
    {
        var plain = await ledger.Host.Scenario(scenario => scenario.Get.Url(Address));
        var compressed = await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url(Address);
            scenario.WithRequestHeader("Accept-Encoding", encoding);
        });

        compressed.Context.Response.Headers.ContentEncoding.ToString().ShouldBe(encoding);
        compressed.Context.Response.Headers.ETag.ShouldNotBe(plain.Context.Response.Headers.ETag);
        await using var stream =
            encoding == "br"
                ? new BrotliStream(compressed.Context.Response.Body, CompressionMode.Decompress)
                : (Stream)new GZipStream(compressed.Context.Response.Body, CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe(await plain.ReadAsTextAsync());
    }

    [Fact]
    public async Task What_a_client_refuses_is_not_sent() =>
        (
            await ledger.Host.Scenario(scenario =>
            {
                scenario.Get.Url(Address);
                scenario.WithRequestHeader("Accept-Encoding", "identity, br;q=0, gzip;q=0");
            })
        ).Context.Response.Headers.ContentEncoding.Count.ShouldBe(0);
}
