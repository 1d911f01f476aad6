#pragma once

#include "ui/widgets/formrow.h"

#include <QWidget>

#include <vector>

class QLineEdit;
class QVBoxLayout;

namespace mooring {

class Button;

/// Rows of label and field, 8 apart; below 560 px labels go above their fields.
class Form : public QWidget
{
    Q_OBJECT
public:
    explicit Form(QWidget *parent = nullptr);

    FormRow *addRow(const QString &label, QWidget *field, const QString &help = {});
    void addSection(const QString &title);
    /// Rows added afterwards are folded under this heading, until endFold().
    Button *addFold(const QString &title);
    void endFold() { m_fold = nullptr; }
    /// Checks every row to be seen (a fold with a wrong row opens), focuses the first wrong one and returns it; null:
    /// all good.
    FormRow *checkAll();
    FormRow *firstError() const;
    const std::vector<FormRow *> &rows() const { return m_rows; }

Q_SIGNALS:
    void errorsChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QVBoxLayout *m_column;
    std::vector<FormRow *> m_rows;
    QWidget *m_fold = nullptr;
    QVBoxLayout *m_foldColumn = nullptr;
};

/// A line edit as wide as what is expected: port 96, name 240, address 392.
QLineEdit *textField(int width, const QString &placeholder = {}, QWidget *parent = nullptr);
/// Placeholder of fields that may stay empty.
QString optionalText();

} // namespace mooring
