using JasperFx.CommandLine;

namespace ArtsakhLedger.CommandLine;

/// <summary>Creates the commands: the ledger's own with their context, those of the framework without.</summary>
internal sealed class CommandCreator(CommandContext context) : ICommandCreator
{
    public IJasperFxCommand CreateCommand(Type commandType) =>
        (IJasperFxCommand)(
            commandType.GetConstructor([typeof(CommandContext)]) is { } constructor
                ? constructor.Invoke([context])
                : Activator.CreateInstance(commandType)!
        );

    public object CreateModel(Type modelType) => Activator.CreateInstance(modelType)!;
}
