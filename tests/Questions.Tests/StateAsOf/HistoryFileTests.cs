using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using ArtsakhLedger.PackedHistories;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.StateAsOf;

public sealed class HistoryFileTests
{
    [Fact]
    public void What_is_put_in_is_read_back_however_many_read()
    {
        using var file = new HistoryFile();
        var all = Enumerable.Range(1, 60).Select(i => RandomNumberGenerator.GetBytes(i * 1711)).ToList();
        var places = all.AsParallel().AsOrdered().Select(bytes => file.Add(bytes)).ToList();

        Parallel.For(
            0,
            600,
            i =>
            {
                var read = new byte[places[i % 60].Length];
                places[i % 60].Read(read);
                read.AsSpan().SequenceEqual(all[i % 60]).ShouldBeTrue($"{i}");
            }
        );
    }

    [Fact]
    public void A_place_that_nobody_holds_is_given_to_others_and_one_that_somebody_holds_is_not()
    {
        using var file = new HistoryFile();
        var held = RandomNumberGenerator.GetBytes(50_000);
        var place = file.Add(held);
        for (var i = 0; i < 200; i++)
        {
            AddAndForget(file);
            GC.Collect(generation: 0); // where it still is, and where a collection does not hold up every other test
            GC.WaitForPendingFinalizers();
        }

        file.Length.ShouldBeLessThan(10 * 64 * 1024);
        var read = new byte[place.Length];
        place.Read(read);
        read.ShouldBe(held);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddAndForget(HistoryFile file) => file.Add(new byte[50_000]);
}
