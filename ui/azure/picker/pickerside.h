#pragma once

#include "core/azure/ml/mlworkspace.h"
#include "ui/azure/picker/workspacerows.h"

#include <QWidget>

class QVBoxLayout;

namespace mooring {

class FactList;
class TextLabel;

/// At the right of the picker: what the list says of the chosen workspace, and those that were opened before.
class PickerSide : public QWidget
{
    Q_OBJECT
public:
    explicit PickerSide(QWidget *parent = nullptr);

    void setOffered(const std::optional<OfferedWorkspace> &offered);
    void setKnown(const std::vector<MlWorkspace> &known);

Q_SIGNALS:
    /// One that was opened before, by its name in the book.
    void openWanted(const QString &name);

private:
    TextLabel *m_title;
    FactList *m_facts;
    TextLabel *m_note;
    QWidget *m_knownBox;
    QVBoxLayout *m_known;
};

} // namespace mooring
