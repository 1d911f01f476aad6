#pragma once

#include "core/targets/targetservice.h"
#include "ui/widgets/decisiondialog.h"

namespace mooring {

/// What happens when a target is detached, what else may go, what stays, what runs. What exists nowhere else is not
/// ticked at first.
class DetachDialog : public DecisionDialog
{
    Q_OBJECT
public:
    DetachDialog(const Leftovers &found, QWidget *parent);

    DetachChoices choices() const;
    /// Runs whose outputs are only there.
    QStringList onlyThere() const;

private:
    void addThings();
    void addThing(const Leftover &thing);
    void addStatements();

    Leftovers m_found;
    QCheckBox *m_runs = nullptr;
    QList<QCheckBox *> m_environments;
    std::vector<std::pair<QString, QCheckBox *>> m_outputs;
};

} // namespace mooring
