using Xunit.Sdk;
using Xunit.v3;

// Each of these tests needs the machine for itself: they start processes and measure how these share a budget.
[assembly: Parallelization(Mode = ParallelMode.None)]
