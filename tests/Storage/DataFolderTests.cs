using ResultsGrid.Storage.Local;

namespace ResultsGrid.Tests.Storage;

public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_second_process_is_told_which_folder_is_in_use()
    {
        var path = folder.File("data");
        using (DataFolder.Open(path))
        {
            var fault = Assert.Throws<IOException>(() => DataFolder.Open(path));
            Assert.Contains(path, fault.Message, StringComparison.Ordinal);
            Assert.Contains("another process", fault.Message, StringComparison.Ordinal);
        }

        DataFolder.Open(path).Dispose();
    }

    [Fact]
    public void Only_its_owner_may_look_into_it()
    {
        if (OperatingSystem.IsWindows()) return;
        var path = Directory.CreateDirectory(folder.File("data")).FullName;
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead);
        using var data = DataFolder.Open(path);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
    }
}
