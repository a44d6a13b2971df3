using ArtsakhLedger.Tests.DryRuns;
using ArtsakhLedger.Tests.Import;
using ArtsakhLedger.Tests.Running;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresServer))]
[assembly: TestCollectionOrderer(typeof(ArtsakhLedger.Tests.LongestTestsFirst))]

namespace ArtsakhLedger.Tests;

/// <summary>The order of this project's tests.</summary>
public sealed class LongestTestsFirst() : LongestFirst(nameof(DryRunAgreesTests), nameof(ImportTests));
