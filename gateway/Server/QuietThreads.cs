using System.Runtime.InteropServices;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Server;

/// <summary>Threads that give way: beside a thread that serves, on the same core, they get a tenth, and in the shortest turns that there are.</summary>
internal static class QuietThreads
{
    private const int OfThisThread = 0;
    private const int Niceness = 10;

    /// <summary>
    /// Since 6.12 Linux lets whoever runs finish a turn of some milliseconds before it gives the core to one that has
    /// woken up: hashing would hold up every thread that serves so long. This is the shortest that it grants; before 6.12 it is passed over.
    /// </summary>
    private const ulong TurnNanoseconds = 100_000;

    public static OwnThreads Start(string name, int count) => new(name, count, GiveWay);

    private static void GiveWay()
    {
        Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        // On Linux .NET leaves every thread the same priority, whatever it was given.
        if (!OperatingSystem.IsLinux()) return;
        var attributes = new SchedulingAttributes { Size = (uint)Marshal.SizeOf<SchedulingAttributes>(), Niceness = Niceness, Runtime = TurnNanoseconds };
        if (SetAttributesNumber is not { } number || SystemCall(number, OfThisThread, ref attributes, flags: 0) != 0) _ = SetPriority(OfThisThread, 0, Niceness);
    }

    /// <summary>Of sched_setattr, which the C library of Debian 12 has no function for.</summary>
    private static nint? SetAttributesNumber => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 314,
        Architecture.Arm64 => 274,
        _ => null,
    };

    /// <param name="thread">0 is the calling one.</param>
    [DllImport("libc", EntryPoint = "syscall")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint SystemCall(nint number, nint thread, ref SchedulingAttributes attributes, nint flags);

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, int who, int priority);

    /// <summary>struct sched_attr of linux/sched/types.h, in its first version. A policy of 0 is the usual one.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct SchedulingAttributes
    {
        public uint Size;
        public uint Policy;
        public ulong Flags;
        public int Niceness;
        public uint Priority;
        public ulong Runtime;
        public ulong Deadline;
        public ulong Period;
    }
}
