using Xunit.Sdk;
using Xunit.v3;

// Connections belong to the process, so the tests take turns.
[assembly: Parallelization(Mode = ParallelMode.None)]
