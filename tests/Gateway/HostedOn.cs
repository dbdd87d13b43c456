namespace ResultsGrid.Tests.Gateway;

/// <summary>What a proof runs on: the same proofs hold for one node on local storage and for a cluster.</summary>
public enum HostedOn
{
    OneNode,
    TwoNodes,
}

internal static class Hosting
{
    /// <summary>Whether a change shows to everybody at the same moment: one node hears of every change itself, several hear one after the other (docs/epochs.md).</summary>
    public static bool ShowsChangesAtOnce(this HostedOn on) => on == HostedOn.OneNode;

    /// <summary>The cases of a slow test: on a cluster only the first.</summary>
    public static T[] Affordable<T>(this HostedOn on, params T[] cases) => on == HostedOn.OneNode ? cases : cases[..1];
}
