#include <cstdio>

int main()
{
    std::puts("mooring " MOORING_VERSION);
    return 0;
}
