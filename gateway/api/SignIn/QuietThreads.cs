using System.Runtime.InteropServices;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Api.SignIn;

/// <summary>Threads that give way: beside a thread that serves, on the same core, they get a quarter.</summary>
internal static class QuietThreads
{
    private const int OfThisThread = 0;
    private const int Niceness = 5;

    public static OwnThreads Start(string name, int count) => new(name, count, GiveWay);

    private static void GiveWay()
    {
        Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        // On Linux .NET leaves every thread the same priority, whatever it was given.
        if (OperatingSystem.IsLinux()) _ = SetPriority(OfThisThread, 0, Niceness);
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, int who, int priority);
}
