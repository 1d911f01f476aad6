#include "core/runs/runhost.h"

namespace mooring {

Result<> RunHost::writeFiles(const std::vector<HostContent> &files, const CancelToken &cancel)
{
    for (const HostContent &file : files) {
        if (auto written = writeFile(file.path, file.content, file.executable, cancel); !written)
            return written;
    }
    return {};
}

} // namespace mooring
