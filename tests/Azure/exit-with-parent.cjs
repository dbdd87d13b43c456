// Azurite outlives a test run that was killed, unless it notices that nobody holds its standard input any more.
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
