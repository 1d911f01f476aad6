#pragma once

#include "ui/trust/knownmachine.h"

#include <QWidget>

class QVBoxLayout;

namespace mooring {

/// Lines of known_hosts files that cannot be read or judged: which, why, and the line itself when asked for.
class UnusedLines : public QWidget
{
    Q_OBJECT
public:
    explicit UnusedLines(QWidget *parent = nullptr);

    /// Takes those that are not used; hidden when there are none.
    void setMachines(const std::vector<KnownMachine> &machines);

private:
    void addLine(const KnownMachine &machine);

    QVBoxLayout *m_lines;
};

} // namespace mooring
