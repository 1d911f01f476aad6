#pragma once

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QVBoxLayout;

namespace mooring {

class ElidedLabel;
class TextLabel;
struct LabFaultInfo;
struct PracticeState;

/// What can be made to go wrong, in groups: a check box, what it looks like, when it strikes, when it last did.
class FaultList : public QWidget
{
    Q_OBJECT
public:
    explicit FaultList(QWidget *parent = nullptr);

    /// As the lab says it; what a person has just chosen is overwritten by it.
    void setState(const PracticeState &state);
    /// Only the rows that have the words; groups without any go away. Gives how many there are.
    int setFilter(const QString &words);
    /// What ChosenFault::parse() reads, of every ticked row.
    QStringList chosen() const;

Q_SIGNALS:
    /// By the person.
    void edited();

private:
    struct Row
    {
        QString word, title, looks;
        QWidget *widget;
        QCheckBox *box;
        QComboBox *when;
        ElidedLabel *seen;
        int group;
    };
    void addGroup(const QString &title, const QStringList &words);
    void addRow(const LabFaultInfo &info, int group);
    void showWhen(const Row &row);

    QVBoxLayout *m_column;
    std::vector<TextLabel *> m_heads;
    std::vector<Row> m_rows;
};

} // namespace mooring
