namespace Edtf;

/// <summary>The content of a set. Two are equal if they have equal members in the same order.</summary>
internal sealed class SetMembers(EdtfForm form, EdtfSetMember[] members) : IEquatable<SetMembers>
{
    internal EdtfForm Form { get; } = form;

    internal EdtfSetMember[] Members { get; } = members;

    public bool Equals(SetMembers? other) => other is not null && Form == other.Form && Members.AsSpan().SequenceEqual(other.Members);

    public override bool Equals(object? obj) => Equals(obj as SetMembers);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Form);
        foreach (var member in Members)
            hash.Add(member);
        return hash.ToHashCode();
    }
}
