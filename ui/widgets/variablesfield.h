#pragma once

#include <QWidget>

#include <utility>
#include <vector>

class QLineEdit;
class QVBoxLayout;

namespace mooring {

/// Rows of NAME = value, one more below them on demand.
class VariablesField : public QWidget
{
    Q_OBJECT
public:
    explicit VariablesField(QWidget *parent = nullptr);

    using Variables = std::vector<std::pair<QString, QString>>; ///< as typed, in order

    Variables variables() const;
    void setVariables(const Variables &variables);

Q_SIGNALS:
    void changed();

private:
    struct Row
    {
        QWidget *whole;
        QLineEdit *name;
        QLineEdit *value;
    };
    void addRow(const QString &name, const QString &value);
    void removeRow(QWidget *whole);

    QVBoxLayout *m_column;
    std::vector<Row> m_rows;
};

} // namespace mooring
