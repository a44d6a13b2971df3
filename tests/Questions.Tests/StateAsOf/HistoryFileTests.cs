using System.Security.Cryptography;
using ArtsakhLedger.PackedHistories;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.StateAsOf;

public sealed class HistoryFileTests
{
    [Fact]
    public void What_is_written_is_read_back_however_many_read()
    {
        var all = Enumerable.Range(1, 60).Select(i => RandomNumberGenerator.GetBytes(i * 1711)).ToList();
        var files = all.AsParallel().AsOrdered().Select(bytes => new HistoryFile(bytes)).ToList();

        Parallel.For(
            0,
            600,
            i =>
            {
                var read = new byte[files[i % 60].Length];
                files[i % 60].Read(read);
                read.AsSpan().SequenceEqual(all[i % 60]).ShouldBeTrue($"{i}");
            }
        );
    }
}
