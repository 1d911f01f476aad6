#pragma once

#include "core/environments/environmenthost.h"

#include <vector>

namespace mooring {

/// A Python found on a host.
struct PythonTool
{
    QString path;             ///< absolute, as found
    QString version;          ///< "3.11.2"; empty when it did not say
    QString real;             ///< the file that it really is, links followed
    QString prefix;           ///< sys.prefix: a virtual environment has its own
    bool canMakeVenv = false; ///< has venv and ensurepip
    QString problem;          ///< one sentence, empty when it works ("did not answer within 5 s")

    bool works() const { return problem.isEmpty(); }
    /// Can run what Mooring brings along: 3.6 or later.
    bool isRecentEnough() const;
};

/// A tool that builds conda environments.
struct CondaTool
{
    QString name; ///< "micromamba", "mamba", "conda"
    QString path;
    QString version;
};

/// Every python3, python3.N and python of PATH and the usual places, each real file once, the one of PATH's `python3`
/// first. A Python that hangs costs at most 5 s and is listed with its problem. None found: an empty list.
Result<std::vector<PythonTool>> detectPythons(EnvironmentHost &host, const CancelToken &cancel);

/// One interpreter, by path ("~/" is the host's home) or by a name on the host's PATH. Missing: code
/// "environment.noPython"; one that hangs: "environment.pythonHangs"; one that fails at start or is no Python:
/// "environment.pythonBroken".
Result<PythonTool> probePython(EnvironmentHost &host, const QString &pathOrName, const CancelToken &cancel);

/// micromamba, mamba, conda in this order, from $CONDA_EXE, $MAMBA_EXE, PATH and the usual folders.
Result<std::vector<CondaTool>> detectCondaTools(EnvironmentHost &host, const CancelToken &cancel);

/// The parsers of what the detection scripts print: lines of words parted by tabs; anything else is passed over.
std::vector<PythonTool> parsePythons(const QByteArray &output);
std::vector<CondaTool> parseCondaTools(const QByteArray &output);

} // namespace mooring
